// What an import needs, out of a running application.
import { Organisation } from '#libs/people';
import { Plans, Programme } from '#libs/plans';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ImportServices } from './load-project-history.js';

export function importServices(app: INestApplicationContext, progress: ImportServices['progress']): ImportServices {
  const source = app.get(DataSource);
  return {
    plans: app.get(Plans),
    organisations: source.getRepository(Organisation),
    programmes: source.getRepository(Programme),
    progress,
  };
}
