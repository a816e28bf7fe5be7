/** The analyzer comes without types. */
declare module '@custom-elements-manifest/analyzer/cli.js' {
  /** @param options `argv` as on the command line, without the program's name */
  export function cli(options: {
    argv: string[];
    noWrite: boolean;
  }): Promise<import('custom-elements-manifest').Package>;
}
