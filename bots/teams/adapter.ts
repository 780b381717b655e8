// botbuilder's CloudAdapter, which authenticates an activity and runs a turn about it. HTTP is ours: botbuilder's own `process` prints
// what went wrong to the console, and answers 500 where Teams shall try again.
import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder'

export class Adapter extends CloudAdapter {
  /** Throws what authentication or `logic` threw. An invoke that `logic` did not answer comes back as 501. */
  take(authorization: string, activity: object, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity as Activity, logic)
  }
}
