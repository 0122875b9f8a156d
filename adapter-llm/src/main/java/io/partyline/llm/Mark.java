package io.partyline.llm;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The marks that templates of open-weight models put into a text, and that a server should have
/// taken out: by what they mean.
@SuppressWarnings("JdkObsolete") // The text streams in: whether a mark may go on is the question.
enum Mark {
    /// What follows is thought.
    OPEN(
            "<(?:"
                    + Mark.THOUGHTS
                    + ")>|\\[THINK]|◁think▷|<\\|begin_of_thought\\|>"
                    + "|<\\|START_THINKING\\|>|<unused94>"),
    /// The thought is over.
    CLOSE(
            "</(?:"
                    + Mark.THOUGHTS
                    + ")>|\\[/THINK]|◁/think▷|<\\|end_of_thought\\|>"
                    + "|<\\|END_THINKING\\|>|<unused95>"),
    /// A header follows that names the channel.
    CHANNEL("<\\|channel\\|>|<\\|channel>"),
    /// A header follows that names who speaks.
    HEADER("<\\|im_start\\|>|<\\|start_header_id\\|>|<start_of_turn>|<\\|start\\|>|<\\|turn>"),
    /// A turn is over.
    END(
            "<\\|(?:im_end|eot_id|eom_id|end_of_turn|end_of_text|endoftext|end|return|call)\\|>"
                    + "|<end_of_turn>|<turn\\|>|</s>|<eos>|<｜end▁of▁sentence｜>"
                    + "|<\\|END_OF_TURN_TOKEN\\|>|<\\|END_RESPONSE\\|>"),
    /// Somebody else speaks.
    OTHERS("\\[INST]|<\\|(?:user|system|USER_TOKEN|SYSTEM_TOKEN)\\|>|<｜User｜>|<<SYS>>"),
    /// The model speaks.
    OWN(
            "\\[/INST]|<\\|(?:assistant|final|CHATBOT_TOKEN|START_RESPONSE)\\|>|<｜Assistant｜>"
                    + "|<</SYS>>|assistantfinal"),
    /// It means nothing to us.
    IDLE("<s>|<bos>|<pad>|<unk>|<\\|[a-z_0-9]{1,30}\\|>|<unused\\d{1,3}>");

    /// Longer than any mark.
    static final int LONGEST = 64;

    private static final String THOUGHTS =
            "think(?:ing)?|thoughts?|reason(?:ing)?|reflection|analysis|scratchpad|seed:think";

    private static final String FIRST_LETTERS = "<[◁a";

    private final Pattern pattern;

    Mark(String regex) {
        pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /// A mark at a place of a text.
    record Found(Mark mark, int end) {}

    static Optional<Found> at(CharSequence text, int at) {
        if (FIRST_LETTERS.indexOf(text.charAt(at)) >= 0) {
            for (Mark mark : values()) {
                Matcher matcher = mark.matcher(text, at);
                if (matcher.lookingAt()) {
                    return Optional.of(new Found(mark, matcher.end()));
                }
            }
        }
        return Optional.empty();
    }

    /// Whether the text ends in what may become a mark.
    static boolean maybe(CharSequence text, int at) {
        if (FIRST_LETTERS.indexOf(text.charAt(at)) < 0 || text.length() - at > LONGEST) {
            return false;
        }
        for (Mark mark : values()) {
            Matcher matcher = mark.matcher(text, at);
            if (!matcher.lookingAt() && matcher.hitEnd()) {
                return true;
            }
        }
        return false;
    }

    private Matcher matcher(CharSequence text, int at) {
        return pattern.matcher(text).region(at, text.length());
    }
}
