// An address that stays the same while the server behind it goes and comes back elsewhere.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export class StandingAddress {
  private readonly open = new Set<Socket>();
  private behind = 0;
  private port = 0;
  private readonly server = createServer((near) => {
    const far = connect(this.behind, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.open.add(one);
      one.on('error', () => undefined).on('close', () => this.open.delete(one) && other.destroy());
      one.pipe(other);
    }
  });

  /** @returns the URL with this address in place of its own. */
  async leadTo(url: string): Promise<string> {
    const led = new URL(url);
    this.behind = Number(led.port);
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
    led.port = String(this.port);
    return led.href;
  }

  /** Whoever connects now is refused. */
  async leadNowhere(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.open) socket.destroy();
    await closed;
  }
}
