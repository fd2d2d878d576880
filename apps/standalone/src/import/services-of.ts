// What an import needs, out of a running application.
import { Plans } from '#libs/plans';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ImportServices } from './load-project-history.js';

export function importServices(app: INestApplicationContext, progress: ImportServices['progress']): ImportServices {
  return {
    plans: app.get(Plans),
    directory: app.get(DataSource).manager,
    progress,
  };
}
