/** Ids that no other element has: neither one of a second copy of this package, nor one that was put there to take a label for itself. */
export const makeIdPrefix = (): string => `cml-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
