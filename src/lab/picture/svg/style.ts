/** Colours for contexts; with more of them, the first ones come again. */
export const CONTEXTS = 6;

/** The card has its own ground, so that it reads well on a light page and on a dark one. */
export const STYLE = `
text { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: #24292f }
.heading { font-weight: bold }
.card { fill: #ffffff; stroke: #d0d7de }
.dim { fill: #57606a }
.grid { stroke: #d8dee4; stroke-width: 1 }
.wait { fill: #2f81f7 }
.burn { fill: #d4660a }
.level { fill: #2f81f7; fill-opacity: .25 }
.call { fill: none; stroke: #57606a; stroke-width: 1.5 }
.stopping { fill: #2f81f7; fill-opacity: .2; stroke: #2f81f7; stroke-width: 1.5; stroke-dasharray: 3 2 }
.late { fill: none; stroke: #d4660a; stroke-width: 1.5; stroke-dasharray: 3 2 }
.beat { stroke: #1a7f37; stroke-width: 2.5; stroke-linecap: round }
.halo { stroke: #ffffff; stroke-width: 5.5; stroke-linecap: round }
.end { stroke: #cf222e; stroke-width: 2.5; stroke-linecap: round }
.outside { fill: #8c959f }
.context0 { fill: #2f81f7 }
.context1 { fill: #d4660a }
.context2 { fill: #2da44e }
.context3 { fill: #a371f7 }
.context4 { fill: #db61a2 }
.context5 { fill: #1b9e9e }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.card { fill: #161b22; stroke: #30363d }
.dim { fill: #9198a1 }
.grid { stroke: #30363d }
.call { stroke: #9198a1 }
.beat { stroke: #3fb950 }
.halo { stroke: #161b22 }
.end { stroke: #ff7b72 }
}`;
