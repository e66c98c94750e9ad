//! Many documents at once: worked on in parallel, answered in the order of the inputs, a few at a time in memory.

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use std::ops::ControlFlow;

/// Inputs that are in memory at once, at most, for each thread.
const INPUTS_A_THREAD: usize = 16;

/// Weight at which a chunk is full though it has few inputs.
const CHUNK_WEIGHT: u64 = 64 << 20;

/// Works on `inputs` with so many threads and gives each answer to `take`, in the order of the inputs.
///
/// `weigh` gives the size of an input in bytes, roughly: a chunk ends where 64 MiB are reached, and the next begins
/// when all answers of the last are taken. One thread (or none to be had) means that no thread is started. `take`
/// breaks to end early.
pub fn in_order<I: Sync, O: Send>(
    inputs: &[I],
    threads: usize,
    weigh: impl Fn(&I) -> u64,
    work: impl Fn(&I) -> O + Sync,
    mut take: impl FnMut(O) -> ControlFlow<()>,
) {
    let threads = threads.clamp(1, inputs.len().max(1));
    let pool = match threads {
        1 => None,
        _ => ThreadPoolBuilder::new().num_threads(threads).build().ok(),
    };
    let Some(pool) = pool else {
        let _ = inputs.iter().try_for_each(|input| take(work(input)));
        return;
    };
    let mut rest = inputs;
    while !rest.is_empty() {
        let (chunk, after) = rest.split_at(chunk_length(rest, threads * INPUTS_A_THREAD, &weigh));
        rest = after;
        let answers: Vec<O> = pool.install(|| chunk.par_iter().with_max_len(1).map(&work).collect());
        if answers.into_iter().try_for_each(&mut take).is_break() {
            return;
        }
    }
}

/// How many inputs go into the next chunk: one at least.
fn chunk_length<I>(inputs: &[I], most: usize, weigh: impl Fn(&I) -> u64) -> usize {
    let mut weight = 0;
    let fits = |input: &I| {
        weight += weigh(input);
        weight <= CHUNK_WEIGHT
    };
    inputs.iter().take(most).map(fits).take_while(|fits| *fits).count().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(inputs: &[u64], threads: usize, most: usize) -> Vec<u64> {
        let mut out = Vec::new();
        in_order(
            inputs,
            threads,
            |n| n << 20,
            |n| n * 2,
            |answer| {
                out.push(answer);
                if out.len() == most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        );
        out
    }

    #[test]
    fn answers_in_the_order_of_the_inputs() {
        let inputs: Vec<u64> = (0..200).collect();
        let doubled: Vec<u64> = inputs.iter().map(|n| n * 2).collect();
        for threads in [0, 1, 2, 8] {
            assert_eq!(run(&inputs, threads, usize::MAX), doubled);
            assert_eq!(run(&inputs, threads, 7), doubled[..7]);
            assert!(run(&[], threads, 7).is_empty());
        }
    }

    #[test]
    fn ends_a_chunk_by_number_and_by_weight() {
        assert_eq!(chunk_length(&[1; 100], 32, |n| *n), 32);
        assert_eq!(chunk_length(&[CHUNK_WEIGHT / 2; 100], 32, |n| *n), 2);
        assert_eq!(chunk_length(&[CHUNK_WEIGHT + 1; 100], 32, |n| *n), 1);
    }
}
