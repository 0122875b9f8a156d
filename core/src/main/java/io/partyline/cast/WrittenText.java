package io.partyline.cast;

import java.util.regex.Pattern;

/// Makes a model's text plain: what is left is talk, as it may stand in a transcript and be spoken.
///
/// Marks of markdown, rules, pictures and stage directions go, since no voice says them and nobody
/// should read what was not said. Numbers stay as they are; how they are spoken is [SpokenText]'s.
///
/// What stands between marks is looked at up to a bound, so that the work grows with the length of
/// the text and not with its square.
final class WrittenText {
    private static final Pattern LINK =
            Pattern.compile("!?\\[([^\\]\\n]{0,200}+)]\\([^()\\s]{0,2000}+\\)");
    private static final Pattern BOLD = Pattern.compile("(\\*\\*|__)(?=\\S)([^*_\\n]+?)\\1");
    private static final Pattern DIRECTION =
            Pattern.compile(
                    "\\*[^*\\n]{0,200}+\\*|\\[[^\\]]{0,200}+]|</?[A-Za-z!][^<>]{0,200}+>|\\((?=\\p{Ll})[^()\\n]{0,40}\\)");
    private static final Pattern LINE_MARK =
            Pattern.compile(
                    "(?m)^[ \\t]*[-*_=~][ \\t]*[-*_=~][ \\t]*[-*_=~][-*_=~ \\t]*$|^[ \\t]*(?:#{1,6}|>+|[-*+•])[ \\t]+");
    private static final Pattern MARK = Pattern.compile("```\\w*|[*_~`|]+|(?<!\\S)#+(?=\\s|$)");
    private static final Pattern PICTURE =
            Pattern.compile(
                    "(?:[0-9#*]\uFE0F?\u20E3)|[\\p{So}\\p{Cs}\\p{Me}\uFE0E\uFE0F\u200D"
                            + "\\x{1F3FB}-\\x{1F3FF}\\x{E0020}-\\x{E007F}]+");

    private WrittenText() {}

    /// The text on one line; empty if nothing of it is talk.
    static String plain(String text) {
        String said = LINK.matcher(text).replaceAll("$1");
        said = LINE_MARK.matcher(said).replaceAll(" ");
        said = BOLD.matcher(said).replaceAll("$2");
        said = DIRECTION.matcher(said).replaceAll(" ");
        said = PICTURE.matcher(said).replaceAll(" ");
        said = MARK.matcher(said).replaceAll(" ");
        said = said.replaceAll("\\s+", " ").replaceAll(" (?=[.,!?;:](?:\\s|$))", "").strip();
        return said.codePoints().anyMatch(Character::isLetterOrDigit) ? said : "";
    }
}
