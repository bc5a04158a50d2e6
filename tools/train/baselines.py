"""What simpler readers make of the same unseen replies."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from scoring.reading.impression import CODES
from tools.bank import Labelled

Floats = NDArray[np.float64]


def nearest(replies: Sequence[Labelled], parts: Sequence[Sequence[int]]) -> Floats:
    """Return, for each reply, the place of the likest one in the other parts."""
    found = np.zeros(len(replies))
    for part in parts:
        rest = [place for place in range(len(replies)) if place not in set(part)]
        likeness = process.cdist(
            [replies[place].reply for place in part],
            [replies[place].reply for place in rest],
            scorer=fuzz.token_set_ratio,
            dtype=np.uint8,
        )
        found[list(part)] = np.asarray(rest)[likeness.argmax(1)]
    return found


def letters(
    replies: Sequence[Labelled], parts: Sequence[Sequence[int]], truth: Floats
) -> Floats:
    """Return chances by character TF-IDF alone, one logistic regression a code."""
    found = np.zeros((len(replies), len(CODES)))
    for part in parts:
        rest = [place for place in range(len(replies)) if place not in set(part)]
        table = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2)
        known = table.fit_transform([replies[place].reply for place in rest])
        unknown = table.transform([replies[place].reply for place in part])
        for column in range(len(CODES)):
            model = LogisticRegression(
                C=10, class_weight="balanced", solver="liblinear", random_state=0
            )
            model.fit(known, truth[rest, column])
            found[list(part), column] = model.predict_proba(unknown)[:, 1]
    return found
