// Addresses that every device understands as itself.
const HERE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/;

/** Whether a link opens nothing on another device. */
export const goesNowhere = (link) => HERE.test(new URL(link).hostname);
