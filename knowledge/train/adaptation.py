"""Learns the linear map of knowledge/adapt.py, by contrast: a question against all questions, answers and citations.

Method: InfoNCE with several positives (van den Oord 2018, Khosla 2020), held near the identity by weight decay.
"""

import numpy as np
import numpy.typing as npt
import torch
from torch.nn.functional import normalize

from knowledge.adapt import Adaptation, Vectors
from knowledge.train.questions import Questions

DIMENSIONS = 192  # of 384: a left-out question finds its card as often (0.48), with 128 less often (0.47)
STEPS, BATCH, CANDIDATES, RATE, TEMPERATURE, DECAY, SEED = 120, 512, 3000, 1e-3, 0.03, 1e-4, 20261122


def learn_adaptation(questions: Questions, keep: npt.NDArray[np.bool_]) -> Adaptation:
    """`keep`: which question rows may be learned from, shape (questions,)."""
    generator = torch.Generator().manual_seed(SEED)
    asked, owners = torch.tensor(questions.vectors[keep]), torch.tensor(questions.owners[keep])
    texts, text_owners = map(torch.tensor, questions.texts())
    mean = torch.cat([asked, texts]).mean(dim=0)
    identity = torch.eye(asked.shape[1])
    matrix = torch.nn.Parameter(identity.clone())
    optimizer = torch.optim.Adam([matrix], lr=RATE)
    for _ in range(STEPS):
        some = torch.randperm(len(asked), generator=generator)[:CANDIDATES]
        others = torch.randperm(len(texts), generator=generator)[:CANDIDATES]
        mapped = normalize((torch.cat([asked[some], texts[others]]) - mean) @ matrix, dim=1)
        scores = mapped[:BATCH] @ mapped.T / TEMPERATURE
        positive = owners[some[:BATCH], None] == torch.cat([owners[some], text_owners[others]])[None, :]
        positive.fill_diagonal_(False)  # a question is no evidence for itself
        scores = scores - torch.eye(*scores.shape) * 1e4
        known = positive.any(dim=1)  # a question none of whose fellows was drawn teaches nothing this time
        hit = torch.logsumexp(scores.masked_fill(~positive, -1e4), dim=1)
        loss = (torch.logsumexp(scores, dim=1) - hit)[known].mean() + DECAY * ((matrix - identity) ** 2).sum()
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        optimizer.step()
    learned = Adaptation(mean.numpy(), matrix.detach().numpy())
    return Adaptation(learned.mean, learned.matrix @ _main_directions(learned(np.concatenate([asked, texts]))))


def _main_directions(vectors: Vectors) -> Vectors:
    """The directions in which the vectors are longest, shape (dim, DIMENSIONS)."""
    _, directions = np.linalg.eigh(vectors.T @ vectors)  # shortest first
    chosen: Vectors = directions[:, ::-1][:, :DIMENSIONS]
    return chosen
