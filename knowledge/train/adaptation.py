"""Learns the linear map of knowledge/adapt.py, by contrast: a question against all questions, answers and citations.

Method: InfoNCE with several positives (van den Oord 2018, Khosla 2020), held near the identity by weight decay.
"""

import numpy as np
import numpy.typing as npt
import torch
from torch.nn.functional import normalize

from knowledge.adapt import Adaptation
from knowledge.train.examples import Questions

STEPS, BATCH, RATE, TEMPERATURE, DECAY, SEED = 80, 1024, 1e-3, 0.03, 1e-4, 20261122


def learn_adaptation(questions: Questions, keep: npt.NDArray[np.bool_]) -> Adaptation:
    """`keep`: which question rows may be learned from, shape (questions,)."""
    generator = torch.Generator().manual_seed(SEED)
    asked, owners = torch.tensor(questions.vectors[keep]), torch.tensor(questions.owners[keep])
    texts, text_owners = questions.texts()
    keys, key_owners = torch.cat([asked, torch.tensor(texts)]), torch.cat([owners, torch.tensor(text_owners)])
    mean = keys.mean(dim=0)
    asked, keys = asked - mean, keys - mean
    identity = torch.eye(keys.shape[1])
    matrix = torch.nn.Parameter(identity.clone())
    optimizer = torch.optim.Adam([matrix], lr=RATE)
    for _ in range(STEPS):
        batch = torch.randperm(len(asked), generator=generator)[:BATCH]
        rows = torch.arange(len(batch))
        mapped = normalize(keys @ matrix, dim=1)
        scores = mapped[batch] @ mapped.T / TEMPERATURE
        positive = key_owners[None, :] == owners[batch][:, None]
        positive[rows, batch] = False  # a question is no evidence for itself
        scores[rows, batch] = -1e4
        hit = torch.logsumexp(scores.masked_fill(~positive, -1e4), dim=1)
        loss = (torch.logsumexp(scores, dim=1) - hit).mean() + DECAY * ((matrix - identity) ** 2).sum()
        optimizer.zero_grad()
        torch.autograd.backward(loss)
        optimizer.step()
    return Adaptation(mean.numpy(), matrix.detach().numpy())
