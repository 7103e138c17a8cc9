/* The benchmarks by name: npm run bench -- search [--full] [--json FILE] */
const [name, ...args] = process.argv.slice(2);

const benches: Record<string, () => Promise<void>> = {
  search: async () => (await import('./search')).benchSearch(args),
  library: async () => (await import('./library')).benchLibrary(),
  host: async () => (await import('./host')).benchHost(),
  citing: async () => (await import('./citing')).benchCiting(args),
  csl: async () => (await import('./csl')).benchCsl(),
  faults: async () => (await import('./faults')).benchFaults(args),
  digest: async () => (await import('./digest')).benchDigest(args),
  zotero: async () => (await import('./zotero')).benchZotero(),
  notes: async () => (await import('./notes')).benchNotes(),
  retractions: async () => (await import('./retractions')).benchRetractions(),
  published: async () => (await import('./published')).benchPublished(),
};

async function run(): Promise<void> {
  if (name in benches) return benches[name]();
  console.error(`Usage: npm run bench -- <${Object.keys(benches).join(' | ')}> [options]`);
  process.exitCode = 1;
}

void run();
