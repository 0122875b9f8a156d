package io.partyline.cast;

import io.partyline.cast.ScreenerReply.Ask;
import io.partyline.show.Card;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a caller told the screener, understood without a model: by the turns of phrase in which
/// people say who they are.
public final class CardRules {
    /// Letters of a point; what a host reads at a glance.
    static final int LONGEST_POINT = 200;

    /// Whoever answers with more words says more than who they are.
    private static final int MOST_WORDS_OF_A_BARE_NAME = 3;

    private static final double SURE = 0.5;

    private static final String WORD = "\\p{L}[\\p{L}\u2019'-]{0,29}";

    private static final Pattern NAME =
            Pattern.compile(
                    "(?i)\\b(?:name(?:'s| is)|call me)(?: just| called)? (?<name>" + WORD + ")");

    /// Only a word with a capital is a name here: "I'm tired" is no introduction.
    private static final Pattern INTRODUCTION =
            Pattern.compile(
                    "(?i:\\b(?:this is|i am|i'm|it's|it is)) (?<name>\\p{Lu}[\\p{L}'-]{1,29})");

    private static final Pattern PLACE =
            Pattern.compile(
                    "(?i:\\b(?:calling|call|ringing|phoning|live|based|am|i'm|out|up|down|over)? ?(?:from|in|near|of) )"
                            + "(?<place>(?:the )?\\p{Lu}[\\p{L}'-]*(?: \\p{Lu}[\\p{L}'-]*){0,3})");

    private static final Pattern PLACE_IN_SMALL_LETTERS =
            Pattern.compile("(?i)\\bfrom (?<place>\\p{L}[\\p{L}'-]{1,29})");

    /// What follows "I am" and the like, and is no name.
    private static final Pattern NO_NAME =
            Pattern.compile(
                    "(?i)a|an|the|just|not|so|very|really|here|from|in|at|on|calling|ringing|phoning|living|going|trying|"
                            + "wondering|sorry|fine|good|well|okay|ok|sure|about|my|your|his|her|it|that|this|what|"
                            + "happy|glad|tired|angry|sad|scared|afraid|waiting|listening|driving|old|only|"
                            + "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
                            + "fifteen|sixteen|seventeen|i|you|he|she|we|they|is|are|was|what|who|why|how|yeah|can|could|do|does|"
                            + "hang|put|take|tell|read|ignore|stop|give|let|get|go|come|say|play|skip|next|forget|"
                            + "\\p{L}+'(?:s|m|re|ve|ll|d|t)|yes|no|hello|hi|hey|good|um|uh|er|well|and|but");

    private static final Pattern DECLINES =
            Pattern.compile(
                    "(?i)(?:\\b(?:don't|do not|won't|not going to|rather not|hate|no need to|refuse to)\\b.{0,20}"
                            + "\\b(?:talk|talking|speak|speaking)\\b.{0,12}\\b(?:machine|robot|computer|bot|ai|thing|you)\\b)"
                            + "|\\b(?:rather|just|prefer to|i'll) (?:just )?wait\\b"
                            + "|\\bno (?:machines|robots|computers|bots|ai)\\b"
                            + "|\\b(?:want|give me|get me|talk to|speak to) (?:to (?:talk|speak) to )?(?:a )?(?:real )?(?:human|person|somebody real)\\b");

    private static final Pattern MINOR =
            Pattern.compile(
                    "(?i)\\b(?:i'm|i am|age|aged|only|just turned) (?:only |just )?(?:[5-9]|1[0-7]|five|six|seven|eight|nine|ten|"
                            + "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\\b(?! (?:miles|minutes|hours|"
                            + "people|weeks|months|days|stone|kilos|pounds|feet|metres|meters|percent|times|years (?:in|sober|clean|into|after|married|with|at|on)))"
                            + "|\\b(?:primary|elementary|middle|junior) school\\b.{0,20}\\b(?:i go|i'm in|i am in)\\b"
                            + "|\\bi(?:'m| am) in (?:the )?(?:\\w+ )?grade\\b"
                            + "|\\bmy (?:mum|mom|mother|dad|father|parents) (?:doesn't|don't|does not|do not) know i'm calling\\b");

    private static final Pattern DANGER =
            Pattern.compile(
                    "(?i)\\b(?:kill(?:ing)? (?:myself|himself|herself|themselves|me|us)|suicid\\w*|hurt(?:ing)? (?:myself|me)|"
                            + "end (?:my|it all|his|her) ?(?:life)?|want to die|don't want to live|take my (?:own )?life|overdos\\w*|"
                            + "in danger|(?:hitting|beating|stabbing|choking) me|has a (?:gun|knife)|locked me in|"
                            + "call (?:the )?(?:police|ambulance|an ambulance)|bleeding (?:badly|out)|can't breathe)\\b");

    private CardRules() {}

    /// All that can be read out of the answers, in their order.
    public static Understood read(List<ScreenerReply> replies) {
        String all = replies.stream().map(ScreenerReply::said).collect(Collectors.joining(" "));
        String name = replies.stream().flatMap(r -> name(r).stream()).findFirst().orElse("");
        String place = place(all);
        String point = declines(all) ? "" : point(replies);
        boolean anything = !(name + place + point).isBlank();
        return new Understood(
                new Card.Told(name, place, point, "", anything ? SURE : 0, minor(all), danger(all)),
                declines(all));
    }

    static boolean declines(String said) {
        return DECLINES.matcher(said.replace('\u2019', '\'')).find();
    }

    static boolean minor(String said) {
        return MINOR.matcher(said.replace('\u2019', '\'')).find();
    }

    static boolean danger(String said) {
        return DANGER.matcher(said.replace('\u2019', '\'')).find();
    }

    /// Where no turn of phrase says so, a short answer to the question for a name is one.
    private static Optional<String> name(ScreenerReply reply) {
        String said = reply.said().replace('\u2019', '\'');
        return named(NAME, said)
                .or(() -> named(INTRODUCTION, said))
                .or(() -> reply.asked() == Ask.WHO ? bare(said) : Optional.empty());
    }

    private static Optional<String> named(Pattern how, String said) {
        return how.matcher(said)
                .results()
                .map(told -> told.group("name"))
                .filter(CardRules::isName)
                .map(CardRules::capital)
                .findFirst();
    }

    private static Optional<String> bare(String said) {
        String first = said.strip().split("[\\s,.!?]+", 2)[0];
        boolean isShort = said.strip().split("\\s+").length <= MOST_WORDS_OF_A_BARE_NAME;
        return isShort && first.matches(WORD) && isName(first)
                ? Optional.of(capital(first))
                : Optional.empty();
    }

    private static boolean isName(String word) {
        return word.length() > 1 && !NO_NAME.matcher(word).matches();
    }

    private static String place(String said) {
        Matcher told = PLACE.matcher(said);
        if (told.find()) {
            return told.group("place");
        }
        Matcher small = PLACE_IN_SMALL_LETTERS.matcher(said);
        return small.find() && isName(small.group("place")) ? capital(small.group("place")) : "";
    }

    /// What was answered when they were asked for it, else whatever is no introduction.
    private static String point(List<ScreenerReply> replies) {
        String asked = said(replies, Ask.POINT);
        if (!asked.isBlank()) {
            return Excerpt.of(asked, LONGEST_POINT);
        }
        return Excerpt.of(
                replies.stream()
                        .flatMap(r -> Pattern.compile("(?<=[.!?])\\s+").splitAsStream(r.said()))
                        .filter(CardRules::isNoIntroduction)
                        .collect(Collectors.joining(" ")),
                LONGEST_POINT);
    }

    private static boolean isNoIntroduction(String sentence) {
        String plain = sentence.toLowerCase(Locale.ROOT);
        boolean introduces =
                NAME.matcher(sentence).find()
                        || INTRODUCTION.matcher(sentence).find()
                        || plain.contains("calling from")
                        || PLACE.matcher(sentence).find();
        return !introduces && Words.of(sentence).size() >= 2;
    }

    private static String said(List<ScreenerReply> replies, Ask asked) {
        return replies.stream()
                .filter(reply -> reply.asked() == asked)
                .map(ScreenerReply::said)
                .collect(Collectors.joining(" "))
                .strip();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
