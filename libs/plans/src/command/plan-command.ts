// The one bus command of the plan aggregate: every door gives it, and whoever watches commands watches here.
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Answer, Order } from './order.js';
import { GroupCommit } from './group-commit.js';
import { RefusalLog } from './refusal-log.js';

export class PlanCommand extends Command<Answer> {
  constructor(readonly order: Order) {
    super();
  }
}

/** Several verbs that are stored together or not at all: an import. */
export class PlanCommands extends Command<Answer[]> {
  constructor(readonly orders: Order[]) {
    super();
  }
}

@CommandHandler(PlanCommand)
export class PlanCommandHandler implements ICommandHandler<PlanCommand> {
  constructor(
    private readonly commits: GroupCommit,
    private readonly refusals: RefusalLog,
  ) {}

  async execute({ order }: PlanCommand): Promise<Answer> {
    const answer = await this.commits.submit(order);
    if (answer.kind === 'refused') this.refusals.note(order, answer.reasons);
    return answer;
  }
}

@CommandHandler(PlanCommands)
export class PlanCommandsHandler implements ICommandHandler<PlanCommands> {
  constructor(private readonly commits: GroupCommit) {}

  execute({ orders }: PlanCommands): Promise<Answer[]> {
    return this.commits.submitTogether(orders);
  }
}
