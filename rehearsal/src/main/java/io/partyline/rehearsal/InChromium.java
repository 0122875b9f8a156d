package io.partyline.rehearsal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/// On a test that happens in a real browser: it is one for continuous integration (the tag `ci`),
/// and is skipped where there is no browser, see [Chromium#isTried].
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("ci")
@EnabledIf(
        value = "io.partyline.rehearsal.Chromium#isTried",
        disabledReason = "chromium and chromedriver are not installed")
public @interface InChromium {}
