/**
 * Copies what a field holds. Without HTTPS a browser gives no clipboard; then the old way, and what is chosen can be copied by
 * hand. → whether it was copied
 */
export async function copied(field) {
  field.focus();
  field.select();
  return (navigator.clipboard?.writeText(field.value) ?? Promise.reject()).then(() => true, () => document.execCommand('copy'));
}
