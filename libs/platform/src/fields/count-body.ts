// A count with its unit and how sure it is (INV-27).
import type { Count } from '#libs/lifecycle';
import { Line, OneOf, Quantity } from './fields.js';

export class CountBody implements Count {
  @Quantity(0) value: number;
  @Line(60) unit: string;
  @OneOf(['exact', 'about', 'more-than']) qualifier: 'exact' | 'about' | 'more-than';
}
