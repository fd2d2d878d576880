// The first thing that every command loads: no imports of its own, so that an old Node can still say this one line.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Stegvis needs Node 20.19 or newer to start; this is Node ${process.versions.node}.`);
  process.exit(1);
}
