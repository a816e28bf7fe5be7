/** Looks for texts in a V8 heap snapshot (its format: v8/include/v8-profiler.h, HeapSnapshot::kJSON). */

/** @param protocol a DevTools session of the page @returns the snapshot, taken after a full garbage collection */
export async function takeSnapshot(protocol) {
  const chunks = [];
  const add = ({ chunk }) => chunks.push(chunk);
  protocol.on('HeapProfiler.addHeapSnapshotChunk', add);
  await protocol.send('HeapProfiler.enable');
  await protocol.send('HeapProfiler.collectGarbage');
  await protocol.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await protocol.send('HeapProfiler.disable');
  protocol.off('HeapProfiler.addHeapSnapshotChunk', add);
  return JSON.parse(chunks.join(''));
}

/** A run of digits counts only where it stands alone: six of them are in some longer number by chance. */
const holds = (text, needle) =>
  /^\d+$/.test(needle) ? new RegExp(`(?<!\\d)${needle}(?!\\d)`).test(text) : text.includes(needle);

/**
 * @param {string[]} needles what must not be there
 * @returns {{ needle: string, path: string }[]} what is, each once, with the way that leads to it from the roots
 */
export function findTexts(snapshot, needles) {
  const found = needles.flatMap((needle) => {
    const index = snapshot.strings.findIndex((text) => holds(text, needle));
    return index < 0 ? [] : [{ needle, index }];
  });
  if (!found.length) return [];
  const pathTo = pathsIn(snapshot);
  return found.map(({ needle, index }) => ({ needle, path: pathTo(index) }));
}

/** Tables of V8's that hold on to nothing, and are among the roots all the same. */
const weakRoots = new Set(['(External strings)', '(Weak roots)', '(String table)']);

/** Breadth first from the root, weak edges aside, so that each way is the shortest. */
function pathsIn({ snapshot: { meta }, nodes, edges, strings }) {
  const [nodeSize, edgeSize] = [meta.node_fields.length, meta.edge_fields.length];
  const [name, edgeCount] = ['name', 'edge_count'].map((field) => meta.node_fields.indexOf(field));
  const edgeTypes = meta.edge_types[0];
  const firstEdge = new Map();
  for (let node = 0, edge = 0; node < nodes.length; node += nodeSize) {
    firstEdge.set(node, edge);
    edge += nodes[node + edgeCount] * edgeSize;
  }
  const cameFrom = new Map([[0, null]]);
  // A Map keeps to the order in which it is filled, while it is gone through, too.
  for (const node of cameFrom.keys()) {
    const start = firstEdge.get(node);
    for (let edge = start; edge < start + nodes[node + edgeCount] * edgeSize; edge += edgeSize) {
      const [type, label, to] = edges.slice(edge, edge + 3);
      if (edgeTypes[type] === 'weak' || weakRoots.has(strings[nodes[to + name]]) || cameFrom.has(to)) continue;
      const isNumber = edgeTypes[type] === 'element' || edgeTypes[type] === 'hidden';
      cameFrom.set(to, { node, label: isNumber ? `[${label}]` : strings[label] });
    }
  }
  return (text) => {
    const steps = [];
    let node = [...cameFrom.keys()].find((candidate) => nodes[candidate + name] === text);
    for (let step = cameFrom.get(node); step; step = cameFrom.get(step.node))
      steps.unshift(`${strings[nodes[step.node + name]].slice(0, 40)}.${step.label}`);
    return steps.join(' → ') || 'held by nothing but weak references';
  };
}
