/** Stands in the place of what the SDK names and nobody reaches here: its HTTP client, which our wire replaces, and its cookies. */
export default function Unused(): void {}
