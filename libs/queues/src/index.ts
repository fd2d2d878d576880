// BullMQ on both backends behind one typed put and work. Must know nothing of what the jobs do.
export { Queues } from './queues.js';
