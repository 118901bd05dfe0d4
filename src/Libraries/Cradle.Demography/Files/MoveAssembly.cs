using Cradle.Demography.Population;
using Cradle.Demography.Projection;
using Cradle.Primitives;

namespace Cradle.Demography.Files;

/// <summary>Turns the rows of <c>moves.csv</c> into streams; an age, sex or year without a row does not move.</summary>
internal sealed class MoveAssembly(IReadOnlyList<Move> moves, ProblemList problems)
{
    private const string File = "moves.csv";

    public MoveTable Build(List<string> divisions, int first, int last)
    {
        var table = new MoveTable();
        foreach (var stream in moves.GroupBy(move => (move.From, move.To)))
        {
            var (from, to) = (divisions.IndexOf(stream.Key.From), divisions.IndexOf(stream.Key.To));
            if (from < 0 || to < 0)
            {
                problems.Add(File, stream.First().Line, $"{(from < 0 ? stream.Key.From : stream.Key.To)} has no population.", "Use the division codes of population.csv.");
                continue;
            }

            var shares = BySex.Of(_ => new AgeTable(first, last - first + 1));
            foreach (var move in stream.Where(move => move.Year >= first && move.Year <= last))
                shares[move.Sex][move.Year][move.Age] = move.Share;
            table.Add(from, to, shares);
        }

        foreach (var leavers in moves.GroupBy(move => (move.From, move.Year, move.Sex, move.Age)).Where(group => group.Sum(move => move.Share) > 1))
            problems.Add(File, leavers.First().Line, $"More than everybody leaves {leavers.Key.From} in {leavers.Key.Year} at age {Ages.Label(leavers.Key.Age)}.", "The shares of one origin, year, sex and age may add up to 1 at most.");
        return table;
    }
}
