export class both {}
