package io.partyline.rehearsal;

/// Keys, tokens and passwords for tests, none of which anybody may ever see.
///
/// Each of them holds [#MARK]. Once all tests have run, the test command looks for it in everything
/// that they have printed, and fails if it is there: so a secret in a log, an error or an event is
/// found by whatever test happens to bring it about.
public final class MarkedSecret {
    /// What every secret holds, and no output.
    public static final String MARK = "nobody-may-see-this";

    private MarkedSecret() {}

    /// The secret of somebody.
    public static String of(String whose) {
        return MARK + "-" + whose;
    }
}
