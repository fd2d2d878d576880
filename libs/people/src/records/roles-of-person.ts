// What a person is in a holding of a role: its holder, the deputy, or whoever is to receive it.
import type { Holding } from '#libs/lifecycle';

export function roleOfPerson(
  { person, deputy, handOver }: Holding,
  id: string,
): 'holder' | 'deputy' | 'receiver' | null {
  if (person === id) return 'holder';
  if (deputy === id) return 'deputy';
  return handOver?.to === id ? 'receiver' : null;
}
