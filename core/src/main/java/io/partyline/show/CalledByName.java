package io.partyline.show;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who is spoken to by name, and not only spoken of: the name stands alone between two marks, opens
/// or ends what is said to them, or stands where the floor is handed over.
record CalledByName(Said said, NamesHeard names) {
    /// What a sentence goes on with that is said to somebody.
    private static final Set<String> DIRECT =
            words(
                    """
                    what what's how how's why where where's when who who's which do did are were have
                    can could would will should you you're you've you'd your tell go come say listen
                    jump help talk give finish start answer explain take let
                    """);

    /// These ask somebody when "you" follows, and else tell something of them, as far as marks say
    /// that nothing is asked.
    private static final Set<String> ASKING_OR_TELLING =
            words("do did are were have can could would will should");

    private static final Set<String> YOU = words("you you're you've you'd your");

    /// A name behind one of these is spoken of.
    private static final Set<String> SPOKEN_OF =
            words(
                    """
                    to with about from of by for and or than like at over after before on in is was
                    a an the my his her our their your named called see saw seen met meet know knew
                    hear heard ask asked tell told call love loved miss trust believe remember
                    against around near said say says
                    """);

    /// A name behind one of these ends what is said to somebody, also without a question.
    private static final Set<String> CALLING =
            words("what right there okay hey hi hello morning evening welcome now you sir alright");

    /// Where somebody is asked to wait or thanked, nobody is asked to speak.
    private static final Set<String> HOLDING =
            Set.of(
                    "hold on",
                    "hang on",
                    "one second",
                    "one moment",
                    "just a second",
                    "hold the line",
                    "wait a minute",
                    "wait a second",
                    "hold that thought",
                    "stand by",
                    "thanks",
                    "thanks for",
                    "thank you",
                    "good night",
                    "goodbye",
                    "bye");

    private static final List<Pattern> HANDING_OVER =
            Stream.of(
                            "(?:what|how) about (NAME)\\b",
                            "\\bhear (?:it |this |that )?from (NAME)\\b",
                            "(?<!before we )(?<!until we )(?<!before i )\\b(?:go|going|turn|over|come"
                                    + " back|get) to (NAME)\\b",
                            "\\bbring (NAME) (?:in|on|into|back)\\b",
                            "\\bwant (NAME) on\\b",
                            "\\b(?:let me|let's|i'll|should) ask (NAME)\\b",
                            "\\bwonder (?:about|what|how|if|whether) (NAME)\\b",
                            "\\b(?:stay|stick|start|begin) with (NAME)\\b",
                            "^(NAME)'s turn\\b",
                            "^(NAME) (?:would|might|should|will) know\\b",
                            "\\b(?:hear|know|see|find out|tell us) (?:what|how|if|whether|why) (NAME)"
                                    + " (?:thinks?|makes?|says?|has|had|would|did|does|feels?|is)\\b",
                            "\\b(?:what|how) (?:would|does|did|might) (NAME) (?:think|say|make|do|see"
                                    + "|feel|put|know|have)\\b",
                            "\\b(?:let's|let us|let me|we|i'd like to|i want to) (?:have|try|invite|hand"
                                    + " over to|pass it to|pass this to|put it to|put that to) (NAME)\\b",
                            "\\b(?:over|back|across|same) (?:now )?to (NAME)\\b",
                            "\\b(NAME) (?:is|has been|was|looks|seems|must be|wants) (?:just |clearly "
                                    + "|obviously |been )?(?:dying|itching|bursting|longing|waiting|eager"
                                    + "|keen|desperate|wanting|ready|trying) to (?:say|speak|talk|tell"
                                    + "|answer|add|jump|come|get|respond|join)\\b",
                            "\\b(NAME) (?:wants|wanted|would like|has something|had something|is going)"
                                    + " to (?:say|speak|add|answer|come in|respond)\\b",
                            "\\b(?:one|question|case|job|something) for (NAME)\\b",
                            "\\b(?:hear|know|get|like|love|want|have|need) (NAME)'s (?:take|view"
                                    + "|thoughts|opinion|verdict|answer|side|version|reaction)\\b",
                            "\\b(?:please welcome|say hello to|introducing|let's meet|next up is|up"
                                    + " next is|joining us is|on the line is) (NAME)\\b",
                            "\\b(?:hear|see) (NAME) (?:laughing|chuckling|sighing|groaning|nodding"
                                    + "|smiling|muttering|giggling|shaking)\\b",
                            "^(NAME) is (?:laughing|chuckling|sighing|groaning|nodding|smiling"
                                    + "|muttering|giggling|shaking)\\b",
                            "\\b(?:i bet|i'm sure|i guess|i suspect|i imagine|maybe|perhaps) (NAME) (?:has"
                                    + "|knows|can|could|would|will|might)\\b")
                    .map(pattern -> pattern.replace("NAME", "[\\p{L}\\p{N}#]+"))
                    .map(Pattern::compile)
                    .toList();

    private static Set<String> words(String list) {
        return Stream.of(list.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
    }

    /// Who is spoken to.
    ///
    /// @param toAnswer whether they are to say something now
    record Called(Party party, boolean toAnswer) {}

    /// Whoever is called last: the one before was thanked, or told to wait.
    Optional<Called> last() {
        List<Said.Piece> pieces = said.pieces();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            Optional<Party> party = in(pieces.get(i));
            if (party.isPresent()) {
                int from = continues(pieces, i) ? i - 1 : i;
                var rest = new Said(pieces.subList(from, pieces.size()), false, said.cased());
                boolean held = !said.question() && rest.holds(HOLDING);
                return party.map(one -> new Called(one, !held));
            }
        }
        return Optional.empty();
    }

    /// Whether what leads up to the name stands before it in the same sentence: "Thanks, Tony."
    private static boolean continues(List<Said.Piece> pieces, int i) {
        return i > 0
                && !pieces.get(i).words().getFirst().first()
                && pieces.get(i - 1).meat().isEmpty();
    }

    private Optional<Party> in(Said.Piece piece) {
        List<Said.Word> meat = piece.meat();
        if (meat.isEmpty()) {
            return Optional.empty();
        }
        if (meat.size() == 1) {
            return names.likely(meat.getFirst());
        }
        return opening(piece).or(() -> ending(piece)).or(() -> handedOver(piece));
    }

    private Optional<Party> opening(Said.Piece piece) {
        Said.Word first = piece.meat().getFirst();
        List<String> behind =
                piece.words().stream()
                        .skip(piece.words().indexOf(first) + 1L)
                        .map(Said.Word::plain)
                        .toList();
        return behind.isEmpty() || !speaksTo(piece, behind)
                ? Optional.empty()
                : names.likely(first);
    }

    private boolean speaksTo(Said.Piece piece, List<String> behind) {
        boolean tells =
                said.cased() && !piece.asks() && ASKING_OR_TELLING.contains(behind.getFirst());
        return tells
                ? behind.size() > 1 && YOU.contains(behind.get(1))
                : DIRECT.contains(behind.getFirst())
                        || DIRECT.contains(piece.meat().get(1).plain());
    }

    private Optional<Party> ending(Said.Piece piece) {
        List<Said.Word> words = piece.words();
        if (words.size() < 2) {
            return Optional.empty();
        }
        String before = words.get(words.size() - 2).plain();
        boolean calls = CALLING.contains(before) || (piece.asks() && !SPOKEN_OF.contains(before));
        return calls ? names.sure(words.getLast()) : Optional.empty();
    }

    private Optional<Party> handedOver(Said.Piece piece) {
        String text = piece.text();
        return HANDING_OVER.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(found -> found.group(1).replaceAll("'s$", ""))
                .flatMap(name -> written(piece, name).flatMap(names::sure).stream())
                .findFirst();
    }

    private static Optional<Said.Word> written(Said.Piece piece, String name) {
        return piece.words().stream()
                .filter(word -> word.plain().replaceAll("'s$", "").equals(name))
                .map(word -> new Said.Word(name, word.capital(), word.first()))
                .findFirst();
    }
}
