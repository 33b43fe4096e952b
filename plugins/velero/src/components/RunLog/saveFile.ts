/** Collects a stream, which the browser does on its disk where it is large, and hands it to the reader as a file. */
export async function saveFile(
  name: string,
  content: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const blob = await new Response(content).blob();
  signal.throwIfAborted();
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the content over by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
