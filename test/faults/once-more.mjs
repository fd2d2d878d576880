// These tests kill real processes at moments that a busy machine may stretch: one that fails is run once more, and both times
// are told. What is really broken fails twice.
import.meta.jest.retryTimes(1, { logErrorsBeforeRetry: true });
