// People: organisations, persons and their posts, tokens, sign-in. What the apps and the other slices may use of it.
export { Sessions, sessionOf } from './access/sessions.js';
export { Token } from './access/token.entity.js';
export { Tokens, type NewToken } from './access/tokens.js';
export { peopleCarried } from './carried.js';
export { Organisation } from './directory/organisation.entity.js';
export { ORGANISATION_KINDS, type OrganisationKind } from './directory/organisation-kinds.js';
export { Person } from './directory/person.entity.js';
export { Persons, type PersonRefusal, type Told } from './directory/persons.js';
export { PostRow } from './directory/post.entity.js';
export { Posts } from './directory/posts.js';
export { MeController } from './http/me.controller.js';
export { OrganisationsController } from './http/organisations.controller.js';
export { PublicOrganisationsController } from './http/public-organisations.controller.js';
export { SignInController } from './http/sign-in.controller.js';
export { People1764000000003 } from './migrations/3-people.js';
export { Persons1764000000007 } from './migrations/7-persons.js';
export { ADMIN_TOKEN, PeopleModule } from './people.module.js';
