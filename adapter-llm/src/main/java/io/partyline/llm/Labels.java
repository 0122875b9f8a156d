package io.partyline.llm;

import io.partyline.cast.Prompt;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The labels by which a model that goes on with the script gives somebody a line: "User:", or a
/// name out of the prompt.
///
/// @param own of the one who is to speak
/// @param others of everybody else
@SuppressWarnings("JdkObsolete") // The text streams in: whether a mark may go on is the question.
record Labels(Pattern own, Pattern others) {
    /// As prompts name those who have spoken.
    private static final Pattern SPOKE =
            Pattern.compile(
                    "(?m)^\"?(?<name>[^\"\\n]{1,40}?)\"? \\((?:host|real caller|AI caller)\\)");

    /// As prompts name the one who is to speak.
    private static final Pattern YOU = Pattern.compile("\\AYou are (?<name>[^,.\\n]{1,40})[,.]");

    private static final String ROLES =
            "user|human|host|system|instruction|question|caller #?\\d{1,2}";

    static Labels of(Prompt prompt) {
        Set<String> own = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (Prompt.Message message : prompt.messages()) {
            if (message.role() == Prompt.Role.SYSTEM) {
                add(own, YOU, message.text());
            } else if (message.role() == Prompt.Role.USER) {
                add(others, SPOKE, message.text());
            }
        }
        others.removeAll(own);
        return new Labels(label("assistant|response|ai|model", own), label(ROLES, others));
    }

    private static void add(Set<String> names, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group("name"));
        }
    }

    private static Pattern label(String roles, Set<String> names) {
        String any =
                names.stream().map(name -> "|" + Pattern.quote(name)).collect(Collectors.joining());
        return Pattern.compile(
                "(?:#{1,4} ?)?(?:\\*\\*)?\"?(?:(?i:%s)%s)\"?(?: \\((?:host|real caller|AI caller)\\))?(?: says)?(?:\\*\\*)?:(?:\\*\\*)? ?"
                        .formatted(roles, any));
    }

    /// Where a label ends that begins here; the same place if there is none.
    static int end(Pattern label, CharSequence text, int at) {
        Matcher matcher = label.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? matcher.end() : at;
    }

    /// Whether the text ends in what may become a label.
    boolean maybe(CharSequence text, int at) {
        return text.length() - at <= Mark.LONGEST
                && (maybe(own, text, at) || maybe(others, text, at));
    }

    private static boolean maybe(Pattern label, CharSequence text, int at) {
        Matcher matcher = label.matcher(text).region(at, text.length());
        var _ = matcher.lookingAt();
        return matcher.hitEnd();
    }
}
