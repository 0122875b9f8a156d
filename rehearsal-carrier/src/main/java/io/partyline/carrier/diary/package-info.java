/// What is seen: [Diary][io.partyline.carrier.diary.Diary], the
/// [Happening][io.partyline.carrier.diary.Happening]s in it, and the
/// [Bell][io.partyline.carrier.diary.Bell] by which tests wait instead of sleeping.
///
/// It knows no other package.
@NullMarked
package io.partyline.carrier.diary;

import org.jspecify.annotations.NullMarked;
