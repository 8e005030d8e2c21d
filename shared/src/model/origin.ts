/**
 * Who changed the document, and by which command: the origin of a transaction.
 *
 * A class of its own, so that an UndoManager can track exactly the commands of this client and nothing that arrives.
 */
export class CommandOrigin {
  readonly actor: string
  readonly command: string

  constructor(actor: string, command: string) {
    this.actor = actor
    this.command = command
  }
}
