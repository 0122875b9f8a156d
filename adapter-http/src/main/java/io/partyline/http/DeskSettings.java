package io.partyline.http;

/// How the desk behind the studio door works.
///
/// @param replaces whether take-next puts the callers on the air on hold first, if a request does
///   not say; locked ones stay in any case
public record DeskSettings(boolean replaces) {
    /// Take-next adds a caller to those on the air.
    public static final DeskSettings DEFAULT = new DeskSettings(false);
}
