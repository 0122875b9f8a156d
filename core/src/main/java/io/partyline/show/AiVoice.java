package io.partyline.show;

/// What exports and recordings say of an AI voice, so that whoever hears, reads or cuts a show
/// later knows which voices were made. The words are here and nowhere else.
///
/// Said of AI callers and of announcements, and only where one was on the air. What the greeting
/// tells callers is another matter, and a setting.
public final class AiVoice {
    /// Behind a name.
    public static final String MARK = "AI voice";

    /// Of a whole recording. ASCII, since the heads of sound files hold nothing else.
    public static final String IN_IT = "Holds AI voice (synthetic speech).";

    private AiVoice() {}

    /// A name with the mark behind it: `Tony (AI voice)`.
    public static String marked(String name) {
        return name + " (" + MARK + ")";
    }

    /// A speaker's name, with the mark if theirs is one.
    public static String name(Speaker speaker) {
        return speaker instanceof Speaker.AiCaller ? marked(speaker.name()) : speaker.name();
    }
}
