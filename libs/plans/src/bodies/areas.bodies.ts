// The bodies of the development areas' verbs.
import { Code, Line } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class RegisterAreaBody extends VerbBody {
  @Code() code: string;
  @Line() name: string;
}

export class LinkAreaBody extends VerbBody {
  @Code() area: string;
}

export const areasBodies = {
  'register-area': RegisterAreaBody,
  'link-area': LinkAreaBody,
  'unlink-area': LinkAreaBody,
};
