/** A chosen or pasted file as the workspace takes it. */
export async function uploadable(file: File): Promise<{ name: string; base64: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { name: file.name || 'pasted.png', base64: btoa(binary) };
}
