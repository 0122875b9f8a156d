package io.partyline.show;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The words by which a line of the host tells a mood.
final class MoodCues {
    /// Of a line that goes on and on the beginning says enough.
    private static final int LONGEST = 400;

    /// A line of so few words is a short answer, if nothing else is in it.
    private static final int FEW_WORDS = 3;

    /// Words that tell the mood by themselves. What is worth less has to come together, see
    /// [MoodRules].
    private static final double PLAIN = 1;

    private static final double OPEN_QUESTION = 0.95;
    private static final double CLOSED_QUESTION = 0.3;
    private static final double FEW = 0.35;

    /// Some words, and what they are worth for a mood.
    private record Cue(Mood mood, double worth, Pattern words) {}

    private static final List<Cue> CUES =
            List.of(
                    plain(
                            Mood.WRAPPING_UP,
                            "out of time|(got|have|all the|short on|run out of) time( for| left)?\\b",
                            "(have|got|need|going) to (let you go|go now|move on|leave it|stop there"
                                    + "|wrap|finish|end it|be quick)",
                            "(leave|end|stop) it there|let you go|(finish|wrap) (this |it |things )?up",
                            "(?<!famous )(last|final) (words?|thoughts?|question|thing|message)\\b",
                            "(thank(s| you)|thanks again)( so much| very much)?,? (for (calling"
                                    + "|ringing|joining|coming on|your call|the call|being (here"
                                    + "|with us))|and (keep|good|take|call))",
                            "(say )?good ?bye|bye bye|bye now|take care|good night|keep in touch"
                                    + "|drive safe|so long\\b|until (tomorrow|next)",
                            "(to|for|before) (a|the) break\\b|the clock|callers? waiting|next caller"
                                    + "|before you (go|hang up)|coming up to (the|mid|one|two)",
                            "(ten|twenty|thirty|sixty|\\d+) seconds\\b( left|,|\\.)",
                            "(nearly|almost|about) (all|done|it) (from|for)|that's (it|all) (for|from)",
                            "been a pleasure|call (us|me|in) again|in one (word|sentence)"),
                    plain(
                            Mood.PUSHBACK,
                            "(hold|hang) on\\b|wait a (minute|second|moment)|\\bwhoa\\b",
                            "don't (buy|believe|agree|accept|see it|think so)|disagree|\\b(wrong"
                                    + "|untrue|unfair|nonsense|rubbish|ridiculous|absurd|excuses?"
                                    + "|contradict\\w*)\\b",
                            "\\bcome (on|off it)\\b[.,! ]|with (all due )?respect|let me stop you"
                                    + "|give over|oh,? please",
                            "not (so sure|sure (about|that|i)|convinced|buying|what (you|he|she|it"
                                    + "|the|i)|an answer|the point|fair|true|right\\b)",
                            "no,? no\\b|can't have it both|can't be (right|true|serious)",
                            "(doesn't|does not|didn't) (add up|make sense|follow|sound right)"
                                    + "|makes no sense|(bit of )?a stretch|hard to (believe|swallow)",
                            "but (surely|you said|you told|that (isn't|is not|wasn't|doesn't)|isn't"
                                    + "|aren't|didn't|why (didn't|wouldn't|not))",
                            "expect (me|us|anybody) to believe|are you (seriously|really) (telling"
                                    + "|saying)|says who|since when|you keep (saying|telling)",
                            "isn't (fair|true|right)\\b|the (proof|evidence)\\b|challenge|i doubt"
                                    + "|fault but|(dodg|avoid)\\w* (the|my) question"),
                    plain(
                            Mood.WARMTH,
                            "\\bsorry\\b(?!,? (but|to (cut|interrupt|stop)|i (have|must|didn't"
                                    + "|don't)))|take your time|no rush|don't (you )?worry|poor thing",
                            "must (have been|be) (so |very |really )?(hard|awful|tough|lonely|terrible"
                                    + "|frightening|wonderful|difficult)",
                            "thank you for (telling|sharing|saying|trusting)|\\bbless",
                            "(good for|proud of|here for|glad (that )?|happy for|feel for"
                                    + "|thinking of) you|well done|congratulations",
                            "\\b(glad|hugs?|courage|brave|heartbreaking|touching|admire|condolences"
                                    + "|happier)\\b|means a lot|hang in there|look after yourself",
                            "not alone|heart goes out|(be )?(kind|gentle) to yourself|your heart",
                            "i love (that|you|this|it)\\b|(is|that's|how|so|what a) (so )?(beautiful"
                                    + "|lovely|wonderful|kind|sweet)",
                            "did the right thing|(good|lovely|great) to hear (your voice|from you)",
                            "lucky to have you|i've been there|it's (all right|alright|okay)[.,]"),
                    plain(
                            Mood.JOKING,
                            "\\bha\\b|(ha){2,}|\\b(joking|kidding|teasing|joke|laugh\\w*|giggl\\w*"
                                    + "|hilarious|funny|funniest|comedy|punchline)\\b",
                            "don't tell my|asking for a friend|famous last words|killing me|no comment",
                            "could (possibly )?go wrong|next you'll (tell|say)|remind me (never|not)"
                                    + "|note to self|had me at|guilty as charged",
                            "is (he|she|it|the \\w+) single|never change|plot twist|i'd pay"
                                    + "|(third|fourth|fifth) (beer|pint|drink|glass)",
                            "somebody (get|give|call) (this|that|him|her|me)|stop it\\b"
                                    + "|\\bmy (ex|ex-wife|ex-husband|mother-in-law)\\b"),
                    plain(
                            Mood.PROBING,
                            "tell me (more|about)|say more|walk me through|talk me through|describe",
                            "take me back|help me understand|what do you mean|what happened",
                            "and then what|i('m| am) curious|give me (an example|the details)"
                                    + "|what makes you|how did (that|it|you|he|she|they)",
                            "i('d| would)? (want|like) to (know|understand|hear)"),
                    worth(
                            Mood.PROBING,
                            OPEN_QUESTION,
                            "(^|[.!,;] *|\\b(so|and|but|or) )(why|how|what|who|where|when|which)\\b"
                                    + "[^.!?]{3,}\\?"),
                    worth(
                            Mood.PROBING,
                            OPEN_QUESTION,
                            "(^|[.!,;] *|\\b(so|and|but|or) )(did|had|was|were|could|can) (you|there"
                                    + "|he|she|they|it)\\b[^.!?]{6,}\\?"),
                    worth(Mood.PROBING, CLOSED_QUESTION, "[^?]\\?"));

    private MoodCues() {}

    private static Cue plain(Mood mood, String... words) {
        return worth(mood, PLAIN, String.join("|", words));
    }

    private static Cue worth(Mood mood, double worth, String words) {
        return new Cue(mood, worth, Pattern.compile(words));
    }

    /// What a line is worth for each mood that it tells.
    static Map<Mood, Double> in(String line) {
        String begins = line.substring(0, Math.min(line.length(), LONGEST));
        String text = begins.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        var found = new EnumMap<Mood, Double>(Mood.class);
        for (Cue cue : CUES) {
            if (cue.words().matcher(text).find()) {
                found.merge(cue.mood(), cue.worth(), Math::max);
            }
        }
        if (found.isEmpty() && text.split(" +").length <= FEW_WORDS) {
            found.put(Mood.SHORT_ANSWERS, FEW);
        }
        return found;
    }
}
