// A real process that is asked to stop in real ways.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

// Not console.log, which forgives a reader that is gone.
const PROGRAM = `
  const say = (words) => process.stdout.write(words + '\\n');
  const { onStopRequest } = await import(${JSON.stringify(fileURLToPath(new URL('./stop-request.ts', import.meta.url)))});
  onStopRequest({ stop: (why) => say('stop ' + why), force: () => (say('force'), process.exit(1)) });
  say('up');
  setTimeout(() => process.exit(0), 3000);`;

function program() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning', STEGVIS_STARTER_FD: '3' },
  });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += String(chunk)));
  const says = async (words: string) => {
    while (!said.includes(words)) await sleep(10);
  };
  return { child, says, said: () => said, over: once(child, 'exit') };
}

describe('a request to stop', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'comes as %s, counts once, and forces when it is repeated',
    async (signal) => {
      const { child, says, said, over } = program();
      await says('up');
      child.kill(signal);
      await says(`stop ${signal}`);
      child.kill('SIGINT'); // npm passing on what the terminal sent already
      await sleep(1_200);
      expect(said()).not.toContain('force');
      child.kill('SIGINT');
      await says('force');
      expect(await over).toEqual([1, null]);
    },
  );

  it('is carried out although nobody reads any more what the program says', async () => {
    const { child, says, over } = program();
    await says('up');
    child.stdout?.destroy();
    child.kill('SIGTERM');
    expect(await over).toEqual([0, null]);
  });

  it('is also the death of the starter, seen at the pipe it held', async () => {
    const { child, says, over } = program();
    await says('up');
    child.stdio[3]?.destroy();
    await says('stop the start script is gone');
    child.kill('SIGKILL');
    await over;
  });
});
