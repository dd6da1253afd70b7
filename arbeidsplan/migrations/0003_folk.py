import arbeidsplan.models.bruker
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


def gi_merker(apps, schema_editor):
    Bruker = apps.get_model("arbeidsplan", "Bruker")
    for pk in Bruker.objects.values_list("pk", flat=True):
        Bruker.objects.filter(pk=pk).update(merke=uuid.uuid4())


class Migration(migrations.Migration):

    dependencies = [
        ('aktivitet', '0005_lagene'),
        ('arbeidsplan', '0002_paaminnelser'),
    ]

    operations = [
        migrations.CreateModel(
            name='Sletting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('merke', models.UUIDField(unique=True, verbose_name='merke')),
                ('tid', models.DateTimeField(default=django.utils.timezone.now, verbose_name='slettet')),
            ],
            options={
                'verbose_name': 'sletting',
                'verbose_name_plural': 'slettinger',
                'ordering': ['tid', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='bruker',
            name='har_totrinn',
            field=models.BooleanField(default=False, editable=False, verbose_name='har totrinn'),
        ),
        # Each row gets a mark of its own: added without one, filled, and only then unique.
        migrations.AddField("bruker", "merke", models.UUIDField(editable=False, null=True, verbose_name="merke")),
        migrations.RunPython(gi_merker, migrations.RunPython.noop),
        migrations.AlterField(
            "bruker", "merke", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="merke")
        ),
        migrations.AddField(
            model_name='bruker',
            name='uten_oppgave_fra',
            field=models.DateField(editable=False, null=True, verbose_name='uten oppgave fra'),
        ),
        migrations.CreateModel(
            name='Invitasjon',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, verbose_name='e-post')),
                ('navn', models.CharField(blank=True, max_length=100, verbose_name='navn')),
                ('roller', models.JSONField(default=dict, validators=[arbeidsplan.models.bruker.gyldige_roller], verbose_name='roller')),
                ('laget', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='laget')),
                ('utloeper', models.DateTimeField(verbose_name='utløper')),
                ('brukt', models.DateTimeField(editable=False, null=True, verbose_name='brukt')),
                ('trukket', models.DateTimeField(editable=False, null=True, verbose_name='trukket tilbake')),
                ('avtrykk', models.CharField(editable=False, max_length=64, unique=True)),
                ('av', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='invitert av')),
                ('lag', models.ManyToManyField(blank=True, related_name='+', to='aktivitet.lag', verbose_name='redigerer aktivitetene til')),
                ('tar_over_fra', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='tar over fra')),
            ],
            options={
                'verbose_name': 'invitasjon',
                'verbose_name_plural': 'invitasjoner',
                'ordering': ['-laget', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Spor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tid', models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name='når')),
                ('hendelse', models.CharField(choices=[('innlogging', 'Logget inn'), ('oekt', 'Logget ut andre steder'), ('passord', 'Byttet passord'), ('epost', 'Byttet e-post'), ('totrinn-paa', 'La til en måte å bekrefte innlogging på'), ('totrinn-av', 'Tok bort en måte å bekrefte innlogging på'), ('invitert', 'Inviterte'), ('trukket', 'Trakk en invitasjon'), ('brukt', 'Tok imot en invitasjon'), ('roller', 'Endret roller'), ('stengt', 'Stengte for innlogging'), ('aapnet', 'Åpnet for innlogging'), ('eksport', 'Lastet ned'), ('slettet', 'Slettet en person'), ('rapport-laast', 'Låste en beretning'), ('rapport-aapnet', 'Åpnet en beretning igjen'), ('kopi', 'Tok en sikkerhetskopi'), ('gjenopprettet', 'La inn en sikkerhetskopi')], max_length=20, verbose_name='hva skjedde')),
                ('av_maskinen', models.BooleanField(default=False)),
                ('om_noen', models.BooleanField(default=False)),
                ('hva', models.CharField(blank=True, max_length=200, verbose_name='nærmere')),
                ('av', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='hvem')),
                ('om', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='gjaldt')),
            ],
            options={
                'verbose_name': 'spor',
                'verbose_name_plural': 'spor',
                'ordering': ['-tid', '-pk'],
            },
        ),
    ]
