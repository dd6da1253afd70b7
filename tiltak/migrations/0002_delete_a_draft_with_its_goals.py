"""Lets a draft be deleted whole: subgoals hold a goal back only when they would be left behind."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tiltak', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='maal',
            name='forelder',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='undermaal', to='tiltak.maal', verbose_name='under'),
        ),
    ]
