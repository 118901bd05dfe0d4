using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Cradle.Platform.Telemetry;

/// <summary>Adds up what the instruments of this process measure, for the page that shows it. It forgets with the process; what keeps is an exporter's.</summary>
public sealed class MeasuredTally : IDisposable
{
    private readonly ConcurrentDictionary<(string Instrument, string Tags), MeasuredSeries> series = new();
    private readonly MeterListener listener = new();

    internal MeasuredTally(IMeterFactory meters)
    {
        // Several hosts in one process, as in tests, each see their own.
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == Measures.Name && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                own.EnableMeasurementEvents(instrument);
            }

        };
        listener.SetMeasurementEventCallback<double>((instrument, seconds, tags, _) => Of(instrument, tags).Record(seconds));
        listener.SetMeasurementEventCallback<long>((instrument, more, tags, _) => Of(instrument, tags).Add(more));
        listener.Start();
    }

    /// <summary>Every series of an instrument, the greatest first.</summary>
    public IReadOnlyList<MeasuredSeries> Of(string instrument) => [.. series.Values.Where(one => one.Instrument == instrument).OrderByDescending(one => one.Count)];

    public void Dispose() => listener.Dispose();

    private MeasuredSeries Of(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var values = new string[tags.Length];
        for (var tag = 0; tag < tags.Length; tag++)
        {
            values[tag] = Convert.ToString(tags[tag].Value, CultureInfo.InvariantCulture) ?? "";
        }

        return series.GetOrAdd((instrument.Name, string.Join('\u001f', values)), _ => new MeasuredSeries(instrument.Name, values));
    }
}
