namespace Cradle.Linkage.Incremental;

/// <summary>Keeps an index of a run, so that records can be added later.</summary>
public static class LinkageIndexFiles
{
    /// <summary>Writes the folder <c>index</c>, in place of an older one.</summary>
    /// <param name="results">The folder of the results.</param>
    /// <param name="result">The run.</param>
    public static void Write(string results, LinkageResult result) => LinkageIndex.Create(results, result);
}
