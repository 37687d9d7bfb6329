import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** The one timer of a case. */
export type Alarm = {
  /** Sets the timer to a moment in epoch milliseconds, unless it is already set to an earlier one. */
  readonly setFor: (moment: number | undefined) => void;
};

/** Makes the alarm of a case; `ring` is called when it goes off. An earlier moment replaces a later one. */
export function makeAlarm(ring: () => void): Alarm {
  let set: { moment: number; scope: CancellationScope } | undefined;

  async function wait(alarm: { moment: number; scope: CancellationScope }): Promise<void> {
    try {
      await alarm.scope.run(() =>
        sleep(Math.max(alarm.moment - Date.now(), 1), { summary: 'the next date of the case' }),
      );
    } catch (failure) {
      if (isCancellation(failure)) return;
      throw failure;
    }
    set = undefined;
    ring();
  }

  return {
    setFor(moment) {
      if (moment === undefined || (set && set.moment <= moment)) return;
      set?.scope.cancel();
      set = { moment, scope: new CancellationScope({ cancellable: true }) };
      void wait(set);
    },
  };
}
