/** The words that the element's properties are a choice of: the compiler knows what is behind a type's name. */
import ts from 'typescript';

/**
 * @param file where a class is declared
 * @returns by property, for those that take words, alone or among others
 */
export function wordsOfProperties(file: string, className: string): ReadonlyMap<string, readonly string[]> {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('src/tsconfig.json', ts.sys.readFile).config,
    ts.sys,
    'src',
  );
  const program = ts.createProgram([file], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const declaration = source?.statements.find((one) => ts.isClassDeclaration(one) && one.name?.text === className);
  if (!declaration) throw new Error(`${file} has no class ${className}.`);
  const found = new Map<string, readonly string[]>();
  for (const property of checker.getTypeAtLocation(declaration).getProperties()) {
    if (!property.declarations?.some((one) => one.getSourceFile() === source)) continue;
    const type = checker.getTypeOfSymbol(property);
    const words = (type.isUnion() ? type.types : [type]).flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
    if (words.length) found.set(property.name, words);
  }
  return found;
}
