// Nest's own lines go where ours go; its chatter at the start is left out.
import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

export function nestLogger(log: Logger): LoggerService {
  return {
    log: (message: unknown) => log.debug(String(message)),
    debug: (message: unknown) => log.debug(String(message)),
    warn: (message: unknown) => log.warn(String(message)),
    error: (message: unknown) => (message instanceof Error ? log.error({ err: message }) : log.error(String(message))),
  };
}
