// The SDK's `buffer` reads a `global` that browsers do not have.
Object.assign(globalThis, { global: globalThis });
