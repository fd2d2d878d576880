// /openapi.json and /asyncapi.json: what the API is, as data. Assembled once, from the doors that were registered.
import { Doorway } from '#libs/platform';
import { Controller, Get } from '@nestjs/common';
import { KnownRoutes } from '../http/known-routes.js';
import { asyncApi } from './async-api.js';
import { openApi } from './open-api.js';

@Controller()
export class DescriptionController {
  private openApiDocument: object | undefined;
  private asyncApiDocument: object | undefined;

  constructor(private readonly known: KnownRoutes) {}

  @Get('openapi.json')
  @Doorway({ access: 'public', tag: 'machines', summary: 'This description', answers: { 200: 'AnyObject' } })
  openApi() {
    return (this.openApiDocument ??= openApi(this.known.routes));
  }

  @Get('asyncapi.json')
  @Doorway({
    access: 'public',
    tag: 'machines',
    summary: 'The events of the feed, described',
    answers: { 200: 'AnyObject' },
  })
  asyncApi() {
    return (this.asyncApiDocument ??= asyncApi());
  }
}
