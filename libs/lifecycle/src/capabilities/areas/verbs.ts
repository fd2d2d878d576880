// register-area, link-area, unlink-area.
import { verb, type Verb } from '../../engine/capability.js';
import { refuse, unknownRecord } from '../../engine/refusal.js';
import { areaLinksOf, areaOf, areasOf, type Area } from './facts.js';

export type RegisterArea = Area;

export interface LinkArea {
  /** The area's code. */
  area: string;
}

export const verbs: Record<string, Verb> = {
  'register-area': verb<RegisterArea>({
    name: { sv: 'Lägg till utvecklingsområde', en: 'Register a development area' },
    decide: (plan, { code, name }) =>
      areaOf(plan, code)
        ? refuse('area-already-there', { field: '/code', params: { area: code } })
        : [{ type: 'area.registered', data: { area: code, name } }],
  }),
  'link-area': verb<LinkArea>({
    name: { sv: 'Koppla till utvecklingsområde', en: 'Link to a development area' },
    ready: (plan) => (areasOf(plan).length > 0 ? [] : [{ code: 'no-areas' }]),
    decide: (plan, { area }) => {
      const found = areaOf(plan, area);
      if (!found) return unknownRecord('/area', area);
      if (areaLinksOf(plan).includes(area))
        return refuse('area-already-linked', { field: '/area', params: { area: found.name } });
      return [{ type: 'area.linked', data: { area } }];
    },
  }),
  'unlink-area': verb<LinkArea>({
    name: { sv: 'Ta bort koppling till utvecklingsområde', en: 'Unlink a development area' },
    ready: (plan) => (areaLinksOf(plan).length > 0 ? [] : [{ code: 'no-area-links' }]),
    decide: (plan, { area }) => {
      const found = areaOf(plan, area);
      if (!found) return unknownRecord('/area', area);
      if (!areaLinksOf(plan).includes(area))
        return refuse('area-not-linked', { field: '/area', params: { area: found.name } });
      return [{ type: 'area.unlinked', data: { area } }];
    },
  }),
};
