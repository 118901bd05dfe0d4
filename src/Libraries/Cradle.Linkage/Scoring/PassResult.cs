using System.Runtime.InteropServices;

namespace Cradle.Linkage.Scoring;

/// <summary>
/// What one pass found, kept on disk until all passes are through: memory stays bounded by the links in the end, and a run
/// that was interrupted goes on behind the last whole pass.
/// </summary>
internal sealed class PassResult
{
    public required List<Link> Links { get; init; }

    public required WeightHistogram Histogram { get; init; }

    public required long Excluded { get; init; }

    public static PassResult Of(IReadOnlyList<PairScorer> scorers)
    {
        var histogram = new WeightHistogram();
        foreach (var scorer in scorers)
        {
            histogram.Add(scorer.Histogram);
        }

        return new PassResult { Links = [.. scorers.SelectMany(scorer => scorer.Links)], Histogram = histogram, Excluded = scorers.Sum(scorer => scorer.Excluded) };
    }

    /// <summary>This result with another pass's added to it.</summary>
    public PassResult With(PassResult other)
    {
        Links.AddRange(other.Links);
        Histogram.Add(other.Histogram);
        return new PassResult { Links = Links, Histogram = Histogram, Excluded = Excluded + other.Excluded };
    }

    public void Write(string path)
    {
        // Under another name first, so that a file that is there is whole.
        var unfinished = path + ".part";
        using (var writer = new BinaryWriter(File.Create(unfinished)))
        {
            writer.Write(Excluded);
            Histogram.Write(writer);
            writer.Write(Links.Count);
            writer.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(Links)));
        }

        File.Move(unfinished, path, overwrite: true);
    }

    public static PassResult Read(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        var excluded = reader.ReadInt64();
        var histogram = WeightHistogram.Read(reader);
        var links = new List<Link>();
        CollectionsMarshal.SetCount(links, reader.ReadInt32());
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(links)));
        return new PassResult { Links = links, Histogram = histogram, Excluded = excluded };
    }
}
