/** A text as it was typed, with its lines. */
export function EssayText({ text }: { text: string }) {
  return <p className="panel kept-lines">{text}</p>
}
