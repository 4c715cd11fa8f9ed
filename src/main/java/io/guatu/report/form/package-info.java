/**
 * Forms of offices upward, as they made them: read, filled and handed on with everything that is theirs. The files are strangers',
 * and opened in a process of their own only.
 */
package io.guatu.report.form;
