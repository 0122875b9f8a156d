package io.partyline.show;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What a caller asked to keep off the air. It has been said, and stands in the transcript; but
/// nobody is told of it who comes later: no other caller, no summary, no follow-up.
///
/// Found by the words in which people ask, since no model may be trusted with it. Whoever asks may
/// mean what they have just said or what they are about to say, so both are left out, and whatever
/// others said between: a question or an answer gives as much away.
public final class OffTheRecord {
    private static final String NOT =
            "(?:don['’]?t|do not|never|not to|without|won['’]?t|can['’]?t)";
    private static final String THIS =
            "(?:this|that|it|these things|what i (?:just )?(?:said|told you))";

    private static final Pattern ASKED =
            Pattern.compile(
                    "\\boff[ -]the[ -]record\\b"
                            + "|\\boff (?:the )?air\\b"
                            + "|\\bbetween (?:you and me|you and i|us|ourselves|the two of us)\\b"
                            + "|\\bin (?:strict |the strictest )?confidence\\b|\\bconfidential(?:ly)?\\b"
                            + "|\\bnot for (?:the )?(?:air|radio|broadcast|show|record|public)\\b"
                            + "|\\b(?:keep|leave|stays?) "
                            + THIS
                            + "? ?(?:all |just |strictly |please ){0,4}"
                            + "(?:between|private|secret|quiet|to yoursel(?:f|ves)|in this room|out of (?:this|it|the show)|off)\\b"
                            + "|\\b"
                            + NOT
                            + " (?:please )?(?:say|mention|repeat|use|air|broadcast|play|put|bring|talk about|read)"
                            + " [^.!?]{0,40}?\\b(?:on (?:the |your )?(?:air|radio|show|programme?)|in public"
                            + "|to (?:any(?:one|body)|the (?:listeners|audience|others)))\\b"
                            + "|\\b"
                            + NOT
                            + " (?:please )?(?:tell|let on to) (?:any(?:one|body)|a soul|people|the (?:listeners|audience|others))\\b"
                            + "|\\b"
                            + NOT
                            + " (?:please )?(?:repeat|air|broadcast) "
                            + THIS
                            + "\\b"
                            + "|\\b(?:don['’]?t|do not) want "
                            + THIS
                            + " (?:on (?:the |your )?(?:air|radio|show)|repeated|aired|broadcast|(?:to get|getting) (?:out|around))\\b"
                            + "|\\b(?:cut|edit|bleep|beep|take) "
                            + THIS
                            + " out\\b"
                            + "|\\b(?:nobody|no one) (?:can|may|must|should|is to) (?:ever )?(?:know|hear|find out)\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern NAME =
            Pattern.compile(
                    "\\b(?:don['’]?t|do not|never|please not|without|rather you (?:didn['’]?t|not))"
                            + " (?:please )?(?:say|us(?:e|ing)|mention(?:ing)?|giv(?:e|ing)|air|repeat)"
                            + " (?:out )?my (?:real |first |last |full |own ){0,3}name\\b"
                            + "|\\b(?:keep|leave) my (?:real )?name out\\b"
                            + "|\\b(?:stay|remain|keep me|be) anonymous\\b",
                    Pattern.CASE_INSENSITIVE);

    /// How long before its first word somebody may be heard to speak: 300 ms.
    private static final long BEFORE = 14_400;

    /// How long a letter takes to say: fifteen a second.
    private static final long A_LETTER = 3_200;

    private OffTheRecord() {}

    /// Whether somebody asks here for something to be kept off the air.
    public static boolean asked(String text) {
        return ASKED.matcher(text).find() || NAME.matcher(text).find();
    }

    /// Whether somebody asks here not to be named.
    public static boolean unnamed(String text) {
        return NAME.matcher(text).find();
    }

    /// What was said in the show and may be told to others, in the order in which it was said.
    public static List<Utterance> told(Show show) {
        List<Utterance> said = inOrder(show);
        Set<Integer> hidden = hidden(said);
        return IntStream.range(0, said.size())
                .filter(at -> !hidden.contains(at))
                .mapToObj(said::get)
                .toList();
    }

    private static List<Utterance> inOrder(Show show) {
        return show.conversation().utterances().stream()
                .sorted(Comparator.comparingLong(Utterance::atSample))
                .toList();
    }

    private static Set<Integer> hidden(List<Utterance> said) {
        Set<Integer> hidden = new HashSet<>();
        for (int i = 0; i < said.size(); i++) {
            Speaker speaker = said.get(i).speaker();
            if (speaker instanceof Speaker.RealCaller && said.get(i).givenAway().offTheRecord()) {
                for (int at = before(said, i); at <= after(said, i); at++) {
                    hidden.add(at);
                }
            }
        }
        return hidden;
    }

    /// Where in the show what callers asked to keep off the air was said, to leave it out of sound
    /// that is to be heard again: from a moment before its first word to its last, and to the next
    /// thing that was said, or the end of the show if there is none. They may lie over each other.
    public static List<Cuts.Cut> leftOut(Show show) {
        List<Utterance> said = inOrder(show);
        return hidden(said).stream().sorted().map(at -> leftOut(said, at)).toList();
    }

    private static Cuts.Cut leftOut(List<Utterance> said, int at) {
        Utterance words = said.get(at);
        long to = at + 1 < said.size() ? said.get(at + 1).atSample() : Long.MAX_VALUE;
        long end = words.atSample() + BEFORE + words.text().length() * A_LETTER;
        return new Cuts.Cut(Math.max(0, words.atSample() - BEFORE), Math.max(to, end));
    }

    /// What was said while a call was on the air and may be told to others.
    public static List<Utterance> told(Show show, CallRecord call) {
        Set<Utterance> told = new HashSet<>(told(show));
        return show.transcript(call).stream().filter(told::contains).toList();
    }

    private static int before(List<Utterance> said, int asking) {
        for (int i = asking - 1; i >= 0; i--) {
            if (said.get(i).speaker().equals(said.get(asking).speaker())) {
                return i;
            }
        }
        return asking;
    }

    private static int after(List<Utterance> said, int asking) {
        for (int i = asking + 1; i < said.size(); i++) {
            if (said.get(i).speaker().equals(said.get(asking).speaker())) {
                return i;
            }
        }
        return asking;
    }
}
