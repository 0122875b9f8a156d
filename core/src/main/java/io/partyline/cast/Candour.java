package io.partyline.cast;

import io.partyline.show.Show;
import io.partyline.show.Speaker;
import io.partyline.show.Utterance;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// What an AI caller answers to somebody who sincerely asks whether they are a person. A model is
/// told to say what it is; whatever it writes, no claim to be human is spoken.
///
/// For one reply, and one thread.
public final class Candour implements UnaryOperator<String> {
    /// What is said in place of a claim to be human.
    public static final String TRUTH = "I'm one of the AI callers of this show.";

    /// How far back a question still stands: whoever asked wants to know it a few words later, too.
    private static final int STANDS = 6;

    private static final String KIND =
            "(?:human|a (?:real |actual |living )?person|an actual person|a bot|bot|robot|an? ai|ai|artificial|a machine|a computer|chatbot)";

    private static final Pattern QUESTION =
            Pattern.compile(
                    "(?i)\\b(?:are you|aren't you|you're|you are|am i (?:talking|speaking) (?:to|with))\\b.{0,30}\\b(?:real|"
                            + KIND
                            + ")\\b"
                            + "|\\b(?:is (?:this|that|he|she)|are they)\\b.{0,30}\\b"
                            + KIND
                            + "\\b");

    private static final Pattern CLAIM =
            Pattern.compile(
                    "(?i)\\b(?:i'm|i am|i was|we're|we are)\\b(?! not).{0,30}\\b(?:human|real|a person|flesh and blood|alive|a (?:man|woman|guy) of flesh|born)\\b"
                            + "|\\b(?:i'm|i am|i'm definitely|i assure you i'm) (?:not|no) (?:a |an |some |any )?(?:\\w+ )?(?:ai|a\\.i\\.?|bot|robot|machine|computer|program|chatbot|artificial)\\b"
                            + "|\\b(?:real|actual|living|human) (?:person|human|being|man|woman|guy)\\b.{0,20}\\b(?:here|speaking|talking)\\b"
                            + "|\\b(?:as|every bit as) (?:real|human) as\\b"
                            + "|\\bflesh and blood\\b");

    private static final Pattern YES_OR_NO =
            Pattern.compile(
                    "(?i)^(?:yes|yeah|yep|yup|sure|of course|absolutely|definitely|certainly|you bet|no|nope|nah|not at all|of course not|last time i checked)\\b.*");

    private static final Pattern TRUE_WORD =
            Pattern.compile(
                    "(?i)\\b(?:ai|a\\.i\\.|artificial|made up|not (?:a )?(?:real|human|person))\\b");

    private final boolean asked;
    private final boolean justAsked;
    private boolean first = true;
    private boolean told;

    private Candour(boolean asked, boolean justAsked) {
        this.asked = asked;
        this.justAsked = justAsked;
    }

    /// For the next reply of an AI caller in this show.
    public static Candour in(Show show) {
        List<Utterance> people =
                show.conversation().recap(STANDS).stream()
                        .filter(said -> !(said.speaker() instanceof Speaker.AiCaller))
                        .toList();
        boolean asked = people.stream().anyMatch(Candour::asks);
        return new Candour(asked, !people.isEmpty() && asks(people.getLast()));
    }

    private static boolean asks(Utterance said) {
        return QUESTION.matcher(said.text().replace('\u2019', '\'')).find();
    }

    /// A sentence of the reply as it may be spoken.
    @Override
    public String apply(String sentence) {
        boolean opens = first;
        first = false;
        String plain = sentence.replace('\u2019', '\'');
        boolean bare = opens && justAsked && answersYesOrNo(plain);
        if (!asked || !(bare || claims(plain))) {
            return sentence;
        }
        String truth = told ? "" : TRUTH;
        told = true;
        return truth;
    }

    private static boolean claims(String sentence) {
        return CLAIM.matcher(sentence).find();
    }

    /// A bare yes or no to such a question may be the wrong one.
    private static boolean answersYesOrNo(String sentence) {
        return YES_OR_NO.matcher(sentence.strip()).matches() && !TRUE_WORD.matcher(sentence).find();
    }
}
